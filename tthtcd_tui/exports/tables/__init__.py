"""The tables of a year as data: typed cells under the form's own headings, written as xlsx and csv."""

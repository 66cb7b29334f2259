"""The deep reading: can every form, year and version be opened, and is each what the program wrote?"""

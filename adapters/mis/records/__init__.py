"""What standards share: the files of a set read as tables, trees and pages, and the sheet made of their records."""

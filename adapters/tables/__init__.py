"""Files to tables of text: the only place that knows a spreadsheet or a CSV library."""

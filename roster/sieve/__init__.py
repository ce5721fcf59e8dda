"""Of a long roll only the rows that can matter are understood one by one; the rest are counted column by column."""

//! What is wrong with an imported row, in words.

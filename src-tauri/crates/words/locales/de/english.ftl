### What is not in the catalogue yet.

english = { $what }
    .meaning = { $meaning }
    .todo = { $todo }

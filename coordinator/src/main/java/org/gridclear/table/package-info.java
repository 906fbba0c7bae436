/** Tables with typed columns, and the files they are written to: CSV, JSON, Parquet, text. */
@NullMarked
package org.gridclear.table;

import org.jspecify.annotations.NullMarked;

/** Tables with typed columns, and the files they are written to: CSV, JSON, Parquet, text. */
package org.gridclear.table;

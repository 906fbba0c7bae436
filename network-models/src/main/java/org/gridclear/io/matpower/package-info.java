/** MATPOWER cases: a reader of its language, the tables, a writer. */
package org.gridclear.io.matpower;

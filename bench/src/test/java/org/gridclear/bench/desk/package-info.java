/** The desk in a real browser, on a real server with two nodes. */
package org.gridclear.bench.desk;

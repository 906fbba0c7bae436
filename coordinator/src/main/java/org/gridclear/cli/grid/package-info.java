/** Commands of a grid: nodes, the server, accounts, keys, backup and restore. */
package org.gridclear.cli.grid;

/** Options, option values, input sources and output folders that commands have in common. */
package org.gridclear.cli.option;

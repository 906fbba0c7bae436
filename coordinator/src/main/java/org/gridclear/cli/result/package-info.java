/** Commands that ask the results of a market's days. */
package org.gridclear.cli.result;

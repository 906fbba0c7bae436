/** Commands of the market day: what becomes of versions, and what happened to a date. */
package org.gridclear.cli.day;

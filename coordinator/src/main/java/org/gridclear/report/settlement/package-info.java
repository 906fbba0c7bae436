/** Tables, bills and pages of closes, and the audit of the tables themselves. */
package org.gridclear.report.settlement;

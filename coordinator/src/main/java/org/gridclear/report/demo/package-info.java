/** The page of a demonstration's day: its figures from the market's folder, and its story. */
package org.gridclear.report.demo;

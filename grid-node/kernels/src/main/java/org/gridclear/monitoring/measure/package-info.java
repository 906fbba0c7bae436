/** What is measured of a market's day: the facts of its results, and named measures of them. */
package org.gridclear.monitoring.measure;

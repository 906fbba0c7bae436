/** The desk under many eyes: lists of many runs, and pages that listen while a study runs. */
package org.gridclear.bench.desk;

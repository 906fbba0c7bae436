/** Closes, bills and lines as they are shown: tables and records for every door. */
package org.gridclear.settlement.view;

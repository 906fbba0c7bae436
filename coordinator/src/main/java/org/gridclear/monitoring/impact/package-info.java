/** Conduct and impact of owners: a case each from the base, and what becomes of their offers. */
package org.gridclear.monitoring.impact;

/** Questions to closed months that are answered at once and written nowhere. */
package org.gridclear.settlement.preview;

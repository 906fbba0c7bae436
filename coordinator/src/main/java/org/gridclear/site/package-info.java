/** A standby site: what the active one sends, how the other follows, and who may be active. */
package org.gridclear.site;

/** A standby site: what the active one sends, how the other follows, and who may be active. */
@NullMarked
package org.gridclear.site;

import org.jspecify.annotations.NullMarked;

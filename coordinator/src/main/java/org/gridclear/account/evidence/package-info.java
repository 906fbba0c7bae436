/** What the audit log says on the whole, and as other systems read it. */
@NullMarked
package org.gridclear.account.evidence;

import org.jspecify.annotations.NullMarked;

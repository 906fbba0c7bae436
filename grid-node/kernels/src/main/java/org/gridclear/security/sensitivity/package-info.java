/** What a device does to a group of others, in active and reactive power. */
@NullMarked
package org.gridclear.security.sensitivity;

import org.jspecify.annotations.NullMarked;

/**
 * Files that cross from one zone to another through a device that lets nothing come back
 * (docs/protection.md).
 */
@NullMarked
package org.gridclear.crossing;

import org.jspecify.annotations.NullMarked;

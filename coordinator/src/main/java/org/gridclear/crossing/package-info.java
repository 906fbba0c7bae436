/**
 * Files that cross from one zone to another through a device that lets nothing come back
 * (docs/protection.md).
 */
@org.jspecify.annotations.NullMarked
package org.gridclear.crossing;

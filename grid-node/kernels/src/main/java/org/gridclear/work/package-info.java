/**
 * What a node is asked to do and what it answers. A {@link WorkUnit} names its data by key; a
 * {@link WorkKey} names the answer, so the same work is never done twice.
 */
@NullMarked
package org.gridclear.work;

import org.jspecify.annotations.NullMarked;

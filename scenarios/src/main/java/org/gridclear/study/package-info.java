/**
 * Studies as data: a {@link StudyDefinition} names a base and how its cases differ from it; it
 * expands to overlays, and an overlay with the base resolves to a case.
 */
@NullMarked
package org.gridclear.study;

import org.jspecify.annotations.NullMarked;

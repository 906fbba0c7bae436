/**
 * Declarations as files: JSON and CSV, read with every objection at once, and written as the one
 * text whose hash names their content (docs/market.md).
 */
@NullMarked
package org.gridclear.io.declaration;

import org.jspecify.annotations.NullMarked;

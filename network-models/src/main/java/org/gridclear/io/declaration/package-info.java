/**
 * Declarations as files: JSON and CSV, read with every objection at once, and written as the one
 * text whose hash names their content (docs/market.md).
 */
package org.gridclear.io.declaration;

/**
 * Measures of the product on this machine; every figure in docs/performance.md names its command.
 */
@NullMarked
package org.gridclear.bench;

import org.jspecify.annotations.NullMarked;

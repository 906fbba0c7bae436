/**
 * Measures of the product on this machine; every figure in docs/performance.md names its command.
 */
package org.gridclear.bench;

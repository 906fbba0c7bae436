/** Benches of monitoring: adequacy, conduct and impact. */
@NullMarked
package org.gridclear.bench.monitoring;

import org.jspecify.annotations.NullMarked;

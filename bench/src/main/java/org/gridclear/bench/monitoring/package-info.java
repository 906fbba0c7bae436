/** Benches of monitoring: adequacy, conduct and impact. */
package org.gridclear.bench.monitoring;

/**
 * N-1 screening: what every outage does to every monitored device, DC and AC. {@link
 * org.gridclear.security.screening.ScreeningKernel} is the entry.
 */
package org.gridclear.security.screening;

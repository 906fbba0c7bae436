package org.gridclear.settlement.registry;

/**
 * A metering point. An exchange of the meter or its transformers is a new record with new
 * dates.
 *
 * @param id code
 * @param multiplier energy per unit of the register, 0.0001
 * @param fullScale reading at which the register rolls over, 0.0001; 0 if it does not
 * @param validity days on which this record holds
 */
public record Meter(String id, long multiplier, long fullScale, Validity validity) {}

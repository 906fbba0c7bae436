package org.gridclear.worker.api;

import org.gridclear.security.sensitivity.SensitivityKernel;

/**
 * What lies in the outcomes cache of sensitivities.
 *
 * @param receipt the node's answer
 * @param answer the sensitivities
 */
public record StoredSensitivities(Receipt receipt, SensitivityKernel.Answer answer) {}

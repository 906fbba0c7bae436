package org.gridclear.security.sensitivity;

import org.gridclear.security.input.SensitivityQuestion;
import org.gridclear.security.result.Monitored;

/**
 * How much a device moves with something.
 *
 * @param device id of a branch, flowgate or bus
 * @param deviceKind what it is
 * @param by what moves it
 * @param element id of what moves it
 * @param factor how much, in the unit of {@link SensitivityQuestion.By}; of flows positive from the
 *     first bus to the other
 */
public record Sensitivity(
    String device,
    Monitored.Kind deviceKind,
    SensitivityQuestion.By by,
    String element,
    double factor) {}

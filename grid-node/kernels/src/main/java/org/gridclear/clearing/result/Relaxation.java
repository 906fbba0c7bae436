package org.gridclear.clearing.result;

/**
 * A constraint that could not be met (B-28).
 *
 * @param constraint id in the catalogue of docs/model.md
 * @param element what was relaxed
 * @param period the period, counted from 0; -1 for more than one
 * @param day the day of what is added up over a day, or of the period, counted from 0; -1 for the
 *     whole horizon
 * @param amount by how much
 * @param unit unit of the amount
 * @param penaltyYuan what it adds to the objective
 */
public record Relaxation(
    String constraint,
    String element,
    int period,
    int day,
    double amount,
    String unit,
    double penaltyYuan) {}

/**
 * What an operator asks of a schedule beyond the limits of single units: ranges of quantities,
 * trajectories, output bands, reservoirs, HVDC schedules, contingencies (B-02…B-26). Each has its
 * own parameters and its own in-effect switch (B-01).
 */
@NullMarked
package org.gridclear.market.rule;

import org.jspecify.annotations.NullMarked;

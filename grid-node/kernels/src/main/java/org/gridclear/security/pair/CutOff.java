package org.gridclear.security.pair;

/**
 * What outages of branches cut off from the reference of their island.
 *
 * @param first a branch
 * @param second the branch that cuts together with it; -1 if the first does alone
 * @param buses how many buses
 * @param loadPu their load in p.u.
 */
public record CutOff(int first, int second, int buses, double loadPu) {}

package org.gridclear.security.pair;

/**
 * A branch that two outages overload together.
 *
 * @param first the outage with the lower number in the network's list of branches
 * @param second the other one
 * @param branch what is overloaded
 * @param isNew whether neither the intact grid nor one of the outages alone overloads it; otherwise
 *     the pair makes it worse than the worst of them
 * @param worstBefore its greatest loading of these three, as a share of its limit
 * @param loading its loading after both, as a share of its limit
 */
public record PairOverload(
    int first, int second, int branch, boolean isNew, double worstBefore, double loading) {}

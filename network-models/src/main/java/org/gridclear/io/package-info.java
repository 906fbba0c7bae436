/**
 * Files in and out: MATPOWER, UnitCommitment.jl, pglib-uc, Egret and the product's own case format.
 * Every reader collects all issues of a file before it gives up. Start at {@link CaseFiles}.
 */
@NullMarked
package org.gridclear.io;

import org.jspecify.annotations.NullMarked;

/** Cases as kernels read them: the base with an overlay applied, immutable and checked. */
package org.gridclear.scenario.resolved;

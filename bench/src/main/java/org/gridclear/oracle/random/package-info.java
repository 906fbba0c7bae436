/** Random cases and studies in which each family of constraints occurs and binds. */
package org.gridclear.oracle.random;

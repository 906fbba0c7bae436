/** DC sensitivities of a network: shift factors on demand, never a dense n × n matrix. */
package org.gridclear.sensitivity;

package org.converge4j.run.worker;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlasKernelTest {
    private static final Set<String> ZEN = Set.of("sse2", "avx", "avx2", "fma");

    @Test
    void one_that_the_processor_cannot_run_is_refused_before_it_kills() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> BlasKernel.check(Map.of("OPENBLAS_CORETYPE", "SkylakeX"), () -> ZEN))
                .withMessage(
                        "the environment variable OPENBLAS_CORETYPE: expected a kernel that this processor can run, or none,"
                                + " found SkylakeX, which needs AVX512F");
    }

    /** OpenBLAS 0.3.19's kernels of these names end a Java on a Zen 3 by SIGILL. */
    @ParameterizedTest
    @ValueSource(strings = {"Bulldozer", "Piledriver", "Steamroller", "excavator", "SKYLAKEX"})
    void whatNeedsMoreThanZenHasIsRefused(String kernel) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> BlasKernel.check(Map.of("OPENBLAS_CORETYPE", kernel), () -> ZEN));
    }

    @Test
    void any_other_is_the_users_choice() {
        assertThatCode(() -> {
                    BlasKernel.check(Map.of(), () -> ZEN);
                    BlasKernel.check(Map.of("OPENBLAS_CORETYPE", "Haswell"), () -> ZEN);
                    BlasKernel.check(Map.of("OPENBLAS_CORETYPE", "Nehalem"), () -> ZEN);
                    BlasKernel.check(Map.of("OPENBLAS_CORETYPE", "SkylakeX"), Set::of); // a system that says nothing
                })
                .doesNotThrowAnyException();
    }
}

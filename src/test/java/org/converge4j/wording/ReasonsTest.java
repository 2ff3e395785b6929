package org.converge4j.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.converge4j.result.Divergence;
import org.junit.jupiter.api.Test;

/** What records give as the reason is read, said in both languages, and its numbers are rounded. */
class ReasonsTest {
    @Test
    void a_divergence_is_said_in_both_languages() {
        String beyond = new Divergence(489.5).reason(6.41234567e12, 2);

        says(
                beyond,
                "the loss 6.41 × 10¹² at step 2 is beyond the limit 4.9 × 10¹¹",
                "第 2 步的损失 6.41 × 10¹² 超过上限 4.9 × 10¹¹");
        says(
                new Divergence(1).reason(Double.NaN, 1234567),
                "the loss at step 1234567 is not finite",
                "第 1234567 步的损失不是有限数");
    }

    @Test
    void so_is_what_else_ends_a_run() {
        says("its time limit was over after step 12", "its time limit was over after step 12", "第 12 步之后时间用完");
        says("its curve ends before step 60", "its curve ends before step 60", "曲线在第 60 步之前结束");
        says("the loss is 9.87654E-5", "the loss is 9.88 × 10⁻⁵", "损失为 9.88 × 10⁻⁵");
        says("testAccuracy is 0.9666666", "test accuracy is 0.967", "测试准确率为 0.967");
        says("r2 is -0.25", "R² is −0.25", "R² 为 −0.25");
    }

    @Test
    void a_reason_of_another_kind_stays_as_it_is() {
        says("the disk is full", "the disk is full", "the disk is full");
        says("the loss {0} is (.*", "the loss {0} is (.*", "the loss {0} is (.*");
        says("", "", "");
    }

    private static void says(String reason, String english, String chinese) {
        assertThat(Reasons.of(reason).in(Language.EN)).isEqualTo(english);
        assertThat(Reasons.of(reason).in(Language.ZH)).isEqualTo(chinese);
    }
}

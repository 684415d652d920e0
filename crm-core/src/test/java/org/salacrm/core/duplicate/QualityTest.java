package org.salacrm.core.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.Test;
import org.salacrm.api.definition.DuplicateRule;
import org.salacrm.api.duplicate.Quality;
import org.salacrm.core.definition.DefinitionReader;

/**
 * How well the shipped rules recognise the same company and person. The 2,000 pairs of {@code pairs.csv} and those made
 * by hand were looked at while weights were chosen; set d, of other words, was not.
 */
public class QualityTest {
    private final Map<String, DuplicateRule> rules = shipped();

    private static Map<String, DuplicateRule> shipped() {
        Map<String, DuplicateRule> rules = new HashMap<>();
        try {
            String text = Files.readString(Path.of("src/main/resources/CRM-INF/duplicates.yaml"));
            DefinitionReader.read("duplicates.yaml", text).forEach(read -> {
                DuplicateRule rule = (DuplicateRule) read.definition();
                rules.put(rule.entity(), rule);
            });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return rules;
    }

    private Quality judged(Reader pairs) {
        return new LabelledPairs(rules::get, -1).judge(pairs);
    }

    private static Reader resource(String name) {
        return new InputStreamReader(QualityTest.class.getResourceAsStream(name), StandardCharsets.UTF_8);
    }

    @Test
    public void twoThousandPairsAreJudgedAsPeopleDo() {
        Quality quality = judged(resource("pairs.csv"));
        assertThat(quality.pairs()).isEqualTo(2000);
        assertThat(quality.precision()).isGreaterThanOrEqualTo(0.97);
        assertThat(quality.recall()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    public void pairsOfWordsThatNobodyLookedAtAreJudgedAsWell() {
        Quality quality = judged(new StringReader(String.join("\n", Pairs.rows("d", 2000))));
        assertThat(quality.precision()).isGreaterThanOrEqualTo(0.97);
        assertThat(quality.recall()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    public void realCompaniesAndPeopleWrittenBeforeTheRulesWereMadeAreJudgedAsPeopleDo() {
        Quality quality = judged(resource("held-out-pairs.csv"));
        assertThat(quality.pairs()).isEqualTo(313);
        assertThat(quality.precision()).as("%s", quality.mistakes()).isGreaterThanOrEqualTo(0.97);
        assertThat(quality.recall()).as("%s", quality.mistakes()).isGreaterThanOrEqualTo(0.95);
    }

    /** Of three that are missed two cannot be decided: a name in another language and a phone on one side only. */
    @Test
    public void pairsWrittenAfterwardsAreJudgedAboutAsWell() {
        Quality quality = judged(resource("further-pairs.csv"));
        assertThat(quality.precision()).as("%s", quality.mistakes()).isGreaterThanOrEqualTo(0.97);
        assertThat(quality.recall()).as("%s", quality.mistakes()).isGreaterThanOrEqualTo(0.92);
    }

    @Test
    public void hardPairsMadeByHandAreJudgedRightly() {
        assertThat(judged(resource("hard-pairs.csv")).mistakes()).isEmpty();
    }

    @Test
    public void columnsMayBeCalledInOtherWays() {
        String pairs =
                "kind,name_a,name_b,phone1,phone2,color,label\naccount,บจก. ก้าวไกล,บริษัท ก้าวไกล จำกัด,,,red,yes\n";
        Quality quality = judged(new StringReader(pairs.replace("kind", "entity")));
        assertThat(quality.found()).isEqualTo(1);
        assertThat(quality.unused()).containsExactly("color");
    }
}

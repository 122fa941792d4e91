import java.io.File;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.validators.ValidatorConfigBuilder;

/**
 * Judges PDFs with veraPDF, all in one virtual machine.
 *
 * Arguments: pairs of a flavour and a file. Prints one line a verdict, fields separated by tabs: "verdict, flavour, file,
 * detail"; the verdict is pass, fail or error. Under a fail come lines that begin with "rule". The exit status is 0 whatever
 * the verdicts are; 2 for wrong arguments.
 */
public final class Referee {
	private static final int EXAMPLES = 1;

	public static void main(String[] args) {
		LogManager.getLogManager().reset();
		if (args.length == 0 || args.length % 2 != 0) {
			System.err.println("usage: Referee FLAVOUR FILE [FLAVOUR FILE]...");
			System.exit(2);
		}
		VeraGreenfieldFoundryProvider.initialise();
		for (int i = 0; i < args.length; i += 2)
			judge(args[i], flavour(args[i]), args[i + 1]);
	}

	private static PDFAFlavour flavour(String name) {
		// The look-up by string takes the first flavour whose name is contained; this one wants the whole name.
		PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
		if (flavour == null || flavour == PDFAFlavour.NO_FLAVOUR) {
			System.err.println("no such flavour: " + name);
			System.exit(2);
		}
		return flavour;
	}

	private static void judge(String name, PDFAFlavour flavour, String path) {
		try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(path), flavour);
				PDFAValidator validator = Foundries.defaultInstance().createValidator(ValidatorConfigBuilder
						.defaultBuilder().flavour(flavour).showErrorMessages(true)
						.maxNumberOfDisplayedFailedChecks(EXAMPLES).build(), flavour)) {
			ValidationResult result = validator.validate(parser);
			print(result.isCompliant() ? "pass" : "fail", name, path, result.getTotalAssertions() + " checks");
			if (!result.isCompliant())
				explain(name, path, result);
		} catch (Exception problem) {
			print("error", name, path, problem.toString());
		}
	}

	private static void explain(String name, String path, ValidationResult result) {
		Map<RuleId, TestAssertion> examples = new HashMap<>();
		for (TestAssertion assertion : result.getTestAssertions())
			if (assertion.getStatus() == TestAssertion.Status.FAILED)
				examples.putIfAbsent(assertion.getRuleId(), assertion);
		for (Map.Entry<RuleId, Integer> failed : result.getFailedChecks().entrySet()) {
			RuleId rule = failed.getKey();
			TestAssertion example = examples.get(rule);
			String detail = rule.getClause() + "-" + rule.getTestNumber() + " x" + failed.getValue();
			if (example != null)
				detail += ": " + example.getMessage() + " At " + example.getLocation().getContext();
			print("rule", name, path, detail);
		}
	}

	private static void print(String verdict, String name, String path, String detail) {
		System.out.println(String.join("\t", verdict, name, path, detail.replaceAll("\\s+", " ")));
	}
}

# The call-center console.

agent-title = Call-center console
agent-callers = Callers
agent-caller = Caller
agent-arrived = new answer
agent-new-caller = New caller
agent-close-caller = Close caller
agent-conversation = Conversation
agent-said = Caller said
agent-message = What the caller says
agent-ask-back = Ask the caller:
agent-slots = What was understood. Change what is wrong.
agent-slot-medicine = Medicine
agent-slot-current = Is now at
agent-slot-home = Home
agent-slot-coverage = Coverage
agent-slot-unknown = not known
agent-change = Change
agent-change-of = Change { $slot }
agent-coverage-uninsured = None
agent-coverage-medicare = Medicare
agent-coverage-medicaid = Medicaid
agent-coverage-commercial = Work or Marketplace
agent-coverage-express_scripts = Express Scripts
agent-coverage-cigna = Cigna
agent-coverage-va = VA
agent-coverage-tricare = TRICARE
agent-empty = Type what the caller says. The answer comes here, with a line to read aloud.
agent-aloud = Read this aloud
agent-steps = What to do, with sources
agent-copy = Copy
agent-copy-of = Copy: { $part }
agent-copied = Copied.
agent-evidence = Places and evidence
agent-no-places = No places belong to this answer.
agent-search = Search the documents
agent-search-send = Search
agent-found = { $count ->
    [0] Nothing found
    [one] 1 document
   *[other] { $count } documents
}
agent-checked = checked { $date } ({ $age })
agent-report = Report
agent-report-of = What { $name } says
agent-report-medicine = Medicine
agent-reported = Your report is kept. It shows from now on.
agent-reported-now = Reported just now:
agent-undo = Undo
agent-undone = Withdrawn. What stood before holds again.
agent-queue = Places worth calling
agent-next-call = Take the next call
agent-no-call = No place is waiting for a call.
agent-call-about = Do they have { $medicine }?
agent-call-asked = { $count ->
    [one] asked for once
   *[other] asked for { $count } times
}
agent-call-raised = since { $age }
agent-call-taken = somebody is on it
agent-call-yours = yours for 20 minutes
agent-lost = The connection was lost. Nothing is lost here: send it again.
agent-keys = Keys
agent-keys-on = Single keys work (turn this off if you use speech input)
agent-keys-close = Close
agent-key-ask = type what the caller says
agent-key-answer = go to the answer
agent-key-copy = copy the line to read aloud
agent-key-report = report on place 1, then 1 to 5 to choose
agent-key-call = take the next call
agent-key-search = search the documents
agent-key-caller = new caller
agent-key-switch = caller before, caller after
agent-key-keys = show these keys

# Signing in and out, and the bar above every page for agents and pharmacists.

sign-in-title = Sign in
sign-in-lead = These pages are for call-center agents and pharmacists. Paste the access key that you were given.
sign-in-key = Access key
sign-in-hint = It starts with tdo_. The person who runs this service makes keys. Nobody can read a key back to you.
sign-in-send = Sign in
sign-in-cookie = Signing in sets one cookie. It ends when you sign out, when you close the browser, or after 8 hours without use.
sign-in-empty = Paste your access key.
sign-in-refused = This access key is unknown, revoked or expired. Ask for a new one.
sign-in-no-page = This access key is for programs and has no page of its own.
sign-in-foreign = This came from another site. Open the sign-in page here, then try again.
sign-in-ended = Your session has ended. Sign in again to go on.
sign-in-draft = What you had typed is kept. You get it back after signing in.
sign-out = Sign out
staff-pages = Pages
staff-agent = Call center
staff-pharmacist = Pharmacist
staff-status = Status
staff-who = { $name } ({ $role })
staff-draft-back = Your session had ended before this was sent. Nothing is lost: check it and send it again.

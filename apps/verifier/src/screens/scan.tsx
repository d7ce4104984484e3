import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useSession, useSpeech } from '../app/context.ts'
import { placeUnder } from '../camera/place.ts'
import { Button } from '../components/button.tsx'
import { CameraTools } from '../components/camera-tools.tsx'
import { FileButton } from '../components/file-button.tsx'
import { Heading } from '../components/heading.tsx'
import { KioskFoot } from '../components/kiosk-foot.tsx'
import { Notice } from '../components/notice.tsx'
import { ScanMessage, troubleOf } from '../components/scan-message.tsx'

/**
 * The camera. It stays in the page behind a result, so that the torch stays on and the next scan begins at once;
 * `isShown` says whether anybody sees it.
 */
export function ScanScreen({ isShown }: { readonly isShown: boolean }): JSX.Element {
  const { state } = useSession()
  const { say } = useSpeech()
  const { aim, settings } = state
  return (
    <div class={settings.value.kiosk ? 'scan kiosk' : 'scan'} hidden={!isShown} inert={!isShown}>
      {isShown && (
        <Heading about={aim.value} class="hidden">
          {say(aim.value === 'paper' ? 'identity.scan' : 'scan.title')}
        </Heading>
      )}
      <Stage />
      <div class="scan-foot">
        <Notice />
        {settings.value.kiosk ? (
          <KioskFoot />
        ) : (
          <>
            <CameraTools />
            <ScanActions />
          </>
        )}
      </div>
    </div>
  )
}

function Stage(): JSX.Element {
  const { state, services, readText } = useSession()
  const { say } = useSpeech()
  const { scanner } = services
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current) void scanner.start(video.current, readText)
    return () => scanner.stop()
  }, [scanner, readText])
  const isMirrored = state.settings.value.kiosk
  const focus = ({ clientX, clientY }: PointerEvent) => {
    if (video.current === null) return
    const { videoWidth: width, videoHeight: height } = video.current
    const shown = { box: video.current.getBoundingClientRect(), width, height, isMirrored }
    const { x, y } = placeUnder(clientX, clientY, shown)
    void scanner.camera.focusAt(x, y)
  }
  return (
    <div class={isMirrored ? 'stage mirrored' : 'stage'} onPointerDown={focus} title={say('scan.focus')}>
      <video ref={video} playsInline muted autoPlay tabIndex={-1} aria-label={say('scan.camera')} />
      {troubleOf(scanner.state.value) === undefined && <Viewfinder />}
      <ScanMessage />
    </div>
  )
}

/** Four corners; nothing outside of them is cut away from what is read. */
function Viewfinder(): JSX.Element {
  return (
    <svg class="viewfinder" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
      <path d="M3 22V8a5 5 0 0 1 5-5h14M78 3h14a5 5 0 0 1 5 5v14M97 78v14a5 5 0 0 1-5 5H78M22 97H8a5 5 0 0 1-5-5V78" />
    </svg>
  )
}

function ScanActions(): JSX.Element {
  const { state, stopScan, backToResult, readFile } = useSession()
  const { say } = useSpeech()
  const forPaper = state.aim.value === 'paper' && state.shown.value !== undefined
  return (
    <div class="action-row">
      <FileButton label={say('scan.file')} accept="image/*,application/pdf" onFile={readFile} />
      <Button look="main" onPress={forPaper ? backToResult : stopScan}>
        {say(forPaper ? 'app.back' : 'scan.stop')}
      </Button>
    </div>
  )
}

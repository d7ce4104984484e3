import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useId } from 'preact/hooks'
import { useSession, useSpeech } from '../app/context.ts'
import type { CameraChoice, Scanner, Zoom } from '../scan/scanner.ts'
import { Button } from './button.tsx'
import { Choice } from './choice.tsx'
import { troubleOf } from './scan-message.tsx'

/** Torch, zoom and choice of the camera, as far as this camera has them. */
export function CameraTools(): JSX.Element | null {
  const { scanner } = useSession().services
  const { torch, zoom } = scanner.camera
  const cameras = useCameras(scanner)
  if (troubleOf(scanner.state.value) !== undefined) return null
  if (torch === undefined && zoom === undefined && cameras.length < 2) return null
  return (
    <div class="camera-tools">
      {torch && <Torch turn={torch} />}
      {zoom && <ZoomSlider zoom={zoom} />}
      {cameras.length > 1 && <CameraChoices cameras={cameras} />}
    </div>
  )
}

/** All cameras, asked for once one of them works: before, the browser does not name them. */
function useCameras(scanner: Scanner): readonly CameraChoice[] {
  const cameras = useSignal<readonly CameraChoice[]>([])
  const works = scanner.state.value === 'scanning'
  useEffect(() => {
    if (works) void scanner.camera.cameras().then((all) => (cameras.value = all))
  }, [works, scanner, cameras])
  return cameras.value
}

function Torch({ turn }: { readonly turn: (on: boolean) => Promise<boolean> }): JSX.Element {
  const { say } = useSpeech()
  const on = useSignal(false)
  const press = async () => {
    const wanted = !on.value
    if (await turn(wanted)) on.value = wanted
  }
  return (
    <Button icon="torch" pressed={on.value} onPress={press}>
      {say('scan.torch')}
      <span aria-hidden="true">: {say(on.value ? 'state.on' : 'state.off')}</span>
    </Button>
  )
}

function ZoomSlider({ zoom: { min, max, step, now, set } }: { readonly zoom: Zoom }): JSX.Element {
  const { say } = useSpeech()
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{say('scan.zoom')}</label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        defaultValue={String(now)}
        onInput={(event) => void set(event.currentTarget.valueAsNumber)}
      />
    </div>
  )
}

function CameraChoices({ cameras }: { readonly cameras: readonly CameraChoice[] }): JSX.Element {
  const { camera } = useSession().services.scanner
  const { say } = useSpeech()
  return (
    <Choice
      label={say('scan.camera')}
      options={cameras.map(({ id, label }, index) => [id, label || say('scan.camera-n', { n: String(index + 1) })])}
      chosen={camera.chosen ?? ''}
      onChoose={(id) => void camera.choose(id)}
    />
  )
}
